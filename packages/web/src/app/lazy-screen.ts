import { lazyRouteComponent } from '@tanstack/react-router'
import { loadNewerApp } from '../data/newer-app.ts'

/**
 * A screen whose files are fetched when it is opened. Where they do not arrive, the router would load the whole page anew, and
 * while the server is away the browser then shows its own error where the app was. So that happens only where a newer app is
 * there to be loaded; otherwise the screen says that it could not be opened, and the rest stays.
 */
export const lazyScreen: typeof lazyRouteComponent = (fetched, name) =>
  lazyRouteComponent(() => orNewerApp(fetched), name)

/** The files of a screen did not arrive. The router knows a missing file by its message; this one is another. */
export class ScreenMissing extends Error {
  constructor(cause: unknown) {
    super('the files of a screen did not arrive', { cause })
    this.name = 'ScreenMissing'
  }
}

/** Exported for its test. */
export const orNewerApp = async <T>(
  fetched: () => Promise<T>,
  loadNewer: () => Promise<boolean> = loadNewerApp,
): Promise<T> => {
  try {
    return await fetched()
  } catch (cause) {
    // The page is on its way out: nothing is shown meanwhile.
    if (await loadNewer()) return new Promise(() => {})
    throw new ScreenMissing(cause)
  }
}
