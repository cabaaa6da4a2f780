/** Where keep-app-plugin.ts puts the worker; browsers look for a newer one there at each visit. */
const WORKER = '/service-worker.js'

/**
 * Keeps on this device what opens the page of the arrival codes without a network (docs/adr/0018): the app's own files, and
 * nothing of anybody. Browsers without service workers, and pages without encryption, do without.
 */
export const keepApp = async (): Promise<void> => {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return
  // A help: where storage is full or closed by the house rules of a device, the work goes on.
  await navigator.serviceWorker
    .register(WORKER, { updateViaCache: 'none' })
    // By itself a browser looks for a build that could not be kept, beside one that was, at the next visit only.
    .then((registration) => registration.update())
    .catch(() => undefined)
}
