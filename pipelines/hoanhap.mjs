#!/usr/bin/env node
import { register } from 'tsx/esm/api'

register()
const { main, processTerminal } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), processTerminal)
