/** For the `ref` of a form: Control or ⌘ with Enter sends it from any of its fields. */
export function submitOnKeys(form: HTMLFormElement | null): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form?.requestSubmit()
  }
  form?.addEventListener('keydown', press)
  return () => form?.removeEventListener('keydown', press)
}
