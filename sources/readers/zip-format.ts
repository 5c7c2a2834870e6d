/** Signatures and fixed lengths of the records of a zip, for who reads one and who writes one. */
export const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const
export const [LOCAL_BYTES, CENTRAL_BYTES, END_BYTES] = [30, 46, 22] as const
