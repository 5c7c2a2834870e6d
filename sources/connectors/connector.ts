/** One file that a connector has to give, under the name that its sender gave it. */
export interface Delivery {
  /** Unique within one listing; a path with `/` below a folder, the title of a message, a key. */
  readonly name: string
  /** Changes whenever the bytes may have changed; what was taken in under the same stamp is not read again. Without it, it always is. */
  readonly stamp?: string
}

/** Something to send back for a delivery: `phieu-kiem-tra.xlsx`, `phieu-kiem-tra.txt`. */
export interface Answer {
  /** Its own name; {@link answerName} says how it is called beside the delivery. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * `xã/a.xlsx` and `phieu-kiem-tra.txt` make `xã/a.phieu-kiem-tra.txt`, and so does the marked workbook when it comes back mended as
 * `xã/a.phieu-kiem-tra.xlsx`. Other endings stay, so that `a.csv` and `a.xlsx` have answers of their own.
 */
export function answerName(delivery: Delivery, answer: Pick<Answer, 'name'>): string {
  const [own = ''] = answer.name.split('.')
  const name = delivery.name.replace(/\.xls[xm]$/i, '')
  const bare = name.endsWith(`.${own}`) ? name.slice(0, -own.length - 1) : name
  return `${bare}.${answer.name}`
}

/**
 * A way in. It lists what lies there now and gives the bytes; it decides nothing and never changes what it lists. Between two looks it
 * keeps nothing; during one it may keep its line open, or the file that it has just read.
 *
 * One failing connector stops no other, one failing delivery no other of its connector: `list` throws only when the listing itself
 * ends early, and `read` throws for its delivery alone. What is thrown is tried again at the next look, at once when it says `retry`.
 */
export interface Connector {
  /** `inbox`, `sftp:ubnd`; part of the ledger, so never renamed. */
  readonly id: string
  list(): AsyncIterable<Delivery>
  /** All bytes, or the first `LIMITS.fileBytes` + 1 of a larger file, which the reader then refuses as too large. */
  read(delivery: Delivery): Promise<Uint8Array>
  /** Called once the bytes are safe; again after a crash in between. */
  acknowledge?(delivery: Delivery): Promise<void>
  /** Gives the sender what was found; the same answer again replaces it. */
  answer?(delivery: Delivery, answers: readonly Answer[]): Promise<void>
  /** Removes answers that were given, by their own names; one that is not there is none to remove. */
  takeBack?(delivery: Delivery, answers: readonly string[]): Promise<void>
  /** The look is over: lets go of all that it kept. Whatever is asked afterwards opens it again. */
  close?(): Promise<void>
}

/** A password, key or token, fetched from its file or the environment each time that it is needed. */
export type Secret = () => Promise<string>

export interface DeliveryErrorOptions extends ErrorOptions {
  readonly retry?: boolean
  readonly waitMs?: number
}

/** A delivery that cannot be read now; the message says why and what happens next. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly connector: string
  readonly delivery: string
  /** True when the same call may well succeed in a moment: a line that was cut, a server that starts. */
  readonly retry: boolean
  /** What the other side asks to be left in peace, in milliseconds. */
  readonly waitMs: number

  constructor(connector: string, delivery: string, why: string, options?: DeliveryErrorOptions) {
    super(`${connector}: ${JSON.stringify(delivery)} ${why}`, options)
    this.connector = connector
    this.delivery = delivery
    this.retry = options?.retry ?? false
    this.waitMs = options?.waitMs ?? 0
  }
}
