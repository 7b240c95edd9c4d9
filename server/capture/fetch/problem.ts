/**
 * Why a page was not fetched, in words for people. `temporary` when trying again later may help. `gone` is what the
 * host answered when it has no such page.
 */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem'
  readonly temporary: boolean

  constructor(message: string, temporary: boolean, cause?: unknown) {
    super(message, { cause })
    this.temporary = temporary
  }
}
