#!/usr/bin/env node
import { register } from 'tsx/esm/api'

process.umask(0o077)
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 1))
register()
const { main, processTerminal } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), processTerminal)
