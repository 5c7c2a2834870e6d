import manifest from '../package.json' with { type: 'json' }

/** The version of the code that made a generation. */
export const codeVersion: string = manifest.version
