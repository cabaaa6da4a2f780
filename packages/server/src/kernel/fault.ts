/** What may be logged of a fault: its name, its code and where it happened; the message may hold somebody's words. */
export function faultOf(error: unknown) {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string }
  return { fault: name, code, stack: stack?.split('\n').slice(1, 6) }
}
