/** What leaves at once for one address: one message or a digest of several. */
export interface Letter {
  /** Of its batch, the same at each attempt: whoever receives it twice can tell. */
  readonly id: string
  readonly to: string
  /** When it left first, the same at each attempt. */
  readonly at: Date
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** What it tells of, one by one, for receivers that are programs. */
  readonly items: readonly {
    readonly id: string
    readonly urgency: 'now' | 'digest'
    readonly subject: string
    readonly text: string
  }[]
}

/** One way out. */
export interface Channel {
  /** What fails as a whole: a mail server, a host, a medium. */
  route(address: string): string
  /**
   * Hands a letter over and gives what the other side said; when it resolves, the letter is the other side's.
   *
   * @throws DeliveryError when it was not taken, or nobody knows.
   */
  send(letter: Letter): Promise<string>
}

/**
 * Whether it helps to try again.
 *
 * - `never`: this letter will not be taken · `later`: this letter was not taken now · `down`: nothing goes by this route now
 * · `absent`: the medium is not plugged in, nobody was asked
 */
export type Retry = 'never' | 'later' | 'down' | 'absent'

/** A letter was not handed over; the message names no address, what the other side said included. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly retry: Retry

  constructor(retry: Retry, message: string, options?: ErrorOptions) {
    super(harmless(message), options)
    this.retry = retry
  }
}

const LONGEST = 300

/** A foreign text on one line, cut, without addresses: servers quote the recipient in their refusals. */
export function harmless(text: string): string {
  return text
    .replaceAll(/[^\s<>"'(]+@[^\s<>"'),;]+/g, '…')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
