import { stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { IssuedPages } from '../issued/served.ts'
import { draftsOf } from '../publish/folder.ts'

export interface PageServer {
  readonly url: string
  close(): Promise<void>
}

/** A page from elsewhere may give this machine's address a name of its own and read through it: only these names are answered. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const HIDDEN = /\/(\.|%2e)/i

/**
 * The published pages as a web application: files of one folder, nothing else, no script, no framing. Whoever was killed while it put a
 * new folder in place has left the old one under another name: then that is served.
 */
export function pagesApp(out: string, issued: IssuedPages | null = null): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  app.use(async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
  })
  app.use(async (context, next) => {
    if (LOOPBACK.includes(new URL(context.req.url).hostname)) return next()
    return context.text('Chỉ mở được trên chính máy này.', 421)
  })
  app.get('/healthz', (context) => context.json({ ok: true }))
  app.get('/*', (context, next) => (HIDDEN.test(context.req.path) ? context.notFound() : next()))
  if (issued !== null) app.route('/issued', issuedApp(issued))
  app.get('/*', serveStatic({ root: out }))
  const [, old] = draftsOf(out)
  app.get('/*', async (context, next) => {
    if ((await isFolder(out)) || !(await isFolder(old))) return context.notFound()
    return serveStatic({ root: old })(context, next)
  })
  app.notFound((context) => context.text('Không có trang này.', 404))
  return app
}

/** What was issued, from its frozen bytes, whatever has been published since. */
function issuedApp(issued: IssuedPages): Hono {
  const app = new Hono()
  app.onError((_, context) =>
    context.text(
      'Tệp đã ban hành bị hỏng hoặc chưa đọc được; báo người vận hành: hoanhap doctor.',
      500,
    ),
  )
  app.get('/', async (context) => context.html(await issued.list()))
  app.get('/:plan/:window/:document/:path{.*}', async (context) => {
    const { plan, window, document, path } = context.req.param()
    const file = await issued.file(plan, window, document, path === '' ? 'index.html' : path)
    if (file === null) return context.notFound()
    return context.body(file.bytes, 200, { 'Content-Type': file.type })
  })
  return app
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  )
}

/** Serves the pages on loopback only: until there are logins, nobody but this machine may see them. */
export async function servePages(
  out: string,
  port: number,
  issued: IssuedPages | null = null,
): Promise<PageServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: pagesApp(out, issued).fetch, hostname: '127.0.0.1', port },
      (at: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${at.port}/`,
          close: () =>
            new Promise((done) => {
              server.close(() => done())
            }),
        }),
    )
    server.once('error', reject)
  })
}
