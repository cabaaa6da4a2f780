/** For tests: the browser's storage as the standard describes it, one map that every tab of a site shares. */
export class SharedStorage {
  readonly #rows = new Map<string, string>()
  getItem(key: string) {
    return this.#rows.get(key) ?? null
  }
  setItem(key: string, value: string) {
    this.#rows.set(key, value)
    Object.defineProperty(this, key, { value, enumerable: true, configurable: true })
  }
  removeItem(key: string) {
    this.#rows.delete(key)
    Reflect.deleteProperty(this, key)
  }
}
