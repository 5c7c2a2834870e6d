#!/usr/bin/env node
process.umask(0o077)
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1))
await import('./typescript.mjs?commander&kysely&zod&libsql')
const { main, processTerminal } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), processTerminal)
