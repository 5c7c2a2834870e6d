import { readFile } from 'node:fs/promises'
import { createTransport } from 'nodemailer'
import type { Secret } from '#sources/connectors/index.ts'
import { type Channel, DeliveryError, harmless, type Letter, type Retry } from './channel.ts'
import { mailOf } from './mail.ts'
import type { SmtpSettings } from './settings.ts'

/** A letter takes ten steps or so; a server that says a line now and then, and never an end, is left after as many waits. */
const STEPS = 10

/**
 * Letters by a mail server, a connection for each, which is cut when it takes ten times as long as a step may.
 *
 * Beyond this machine the line is protected or nothing is sent. A refusal of the recipient or of the text is the letter's, permanent
 * (5yz) or not (4yz, RFC 5321 section 4.2.1); any other trouble is the server's, and no letter is to blame.
 */
export function smtp(
  { from, host, port, security, user, seconds, ca }: SmtpSettings,
  { password, seen }: { readonly password?: Secret; readonly seen: (path: string) => string },
): Channel {
  const patience = seconds * 1_000
  async function transport() {
    const trusted = ca === undefined ? {} : { ca: await readFile(seen(ca)) }
    const auth = user === undefined ? {} : { auth: { user, pass: (await password?.()) ?? '' } }
    return createTransport({
      host,
      ...(port === undefined ? {} : { port }),
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...trusted },
      ...auth,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      dnsTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  return Object.freeze({
    route: () => 'smtp',
    async send(letter: Letter) {
      const line = await transport()
      try {
        // Known to the library from 10 on, not yet to its types.
        const mail = { ...mailOf(letter, from), signal: AbortSignal.timeout(patience * STEPS) }
        const { response } = await line.sendMail(mail)
        return harmless(response)
      } catch (cause) {
        throw refusalOf(cause as Refusal)
      } finally {
        line.close()
      }
    },
  })
}

/** What the library tells of a failure: the command that was under way, and the reply. */
interface Refusal extends Error {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly permanent?: boolean
}

const OF_THE_LETTER = ['RCPT TO', 'DATA']
/** "Service not available, closing transmission channel", at whatever command. */
const CLOSING = 421

function refusalOf(cause: Refusal): DeliveryError {
  const { code, command = '', responseCode, permanent, message } = cause
  return new DeliveryError(retryOf(), `${command === '' ? '' : `${command}: `}${message}`, {
    cause,
  })

  function retryOf(): Retry {
    // Said by the library itself: no server takes such a recipient.
    if (responseCode === undefined) return code === 'EENVELOPE' ? 'never' : 'down'
    if (responseCode === CLOSING) return 'down'
    if (!OF_THE_LETTER.includes(command)) return 'down'
    return permanent ? 'never' : 'later'
  }
}
