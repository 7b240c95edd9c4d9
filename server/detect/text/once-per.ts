/**
 * The same function, which works its answer out once per object and keeps it for as long as the object is. Only for objects that do not
 * change, and answers that nobody changes.
 */
export function oncePer<K extends object, V extends {}>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return key => {
    let value = made.get(key)
    if (value === undefined) {
      value = make(key)
      made.set(key, value)
    }
    return value
  }
}
