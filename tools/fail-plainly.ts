/** Runs a command's main function; a refusal becomes one sentence on stderr and exit code 1, never a stack. */
export async function failPlainly(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
