import { z } from 'zod'
import { host, isLoopback, port, secret } from '../sources.ts'

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day as 07:30')
  .describe('In Asia/Ho_Chi_Minh.')

const from = z
  .email('expected an address as canh-bao@congan.vn')
  .describe('Address that letters come from.')

const smtp = z
  .strictObject({
    by: z.literal('smtp'),
    from,
    host,
    port: port.describe('465 with tls, else 587 when left out.'),
    security: z
      .enum(['starttls', 'tls', 'none'])
      .default('starttls')
      .describe('How the line is protected; none only on this machine.'),
    ca: z
      .string()
      .min(1)
      .optional()
      .describe('A file of certificates (PEM) to trust, where the server’s is the province’s own.'),
    user: z.string().min(1).optional(),
    password: secret.optional(),
    seconds: z
      .number()
      .min(0.1)
      .max(300)
      .default(20)
      .describe('How long the server may be silent, at each step.'),
  })
  .refine(({ security, host }) => security !== 'none' || isLoopback(host), {
    error: 'without protection only on this machine',
    path: ['security'],
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    error: 'user and password go together',
    path: ['password'],
  })
  .describe('A mail server.')

const folder = z
  .strictObject({
    by: z.literal('folder'),
    from,
    path: z
      .string()
      .min(1)
      .describe(
        'As seen from this file; of a medium a folder on it, so that it is missing with it.',
      ),
  })
  .describe('A folder on a medium that somebody carries to a mail server: letters as .eml files.')

const webhooks = z
  .strictObject({
    hosts: z
      .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, 'expected a host, as hooks.tinh.vn'))
      .min(1, 'name the hosts that may be called')
      .describe('Hosts that may be called, with the port where it is not 443; no others ever are.'),
    secret: secret.describe('Shared with the receiver, who checks the signature by it.'),
    seconds: z.number().min(0.1).max(120).default(15).describe('For a call as a whole.'),
  })
  .describe('Calls to other systems.')

/** How alerts leave this installation, and when. */
export const deliverySchema = z.strictObject({
  mail: z
    .discriminatedUnion('by', [smtp, folder])
    .nullable()
    .default(null)
    .describe('The way out for contacts with an e-mail address; null means none.'),
  webhooks: webhooks
    .nullable()
    .default(null)
    .describe('The way out for webhooks; null means none.'),
  digestAt: time.default('07:30').describe('When what is not urgent leaves, once a day.'),
  quietHours: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from !== to, 'a whole day is no quiet hours')
    .nullable()
    .default({ from: '20:00', to: '06:30' })
    .describe('When nothing leaves, not even what is urgent; null means never.'),
})

export type DeliverySettings = Readonly<z.infer<typeof deliverySchema>>
export type SmtpSettings = z.infer<typeof smtp>
export type FolderSettings = z.infer<typeof folder>
export type WebhookSettings = z.infer<typeof webhooks>
