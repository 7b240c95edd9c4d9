/**
 * Why a page was not fetched, in words for people. `temporary` when trying again later may help; `answered` when the
 * host answered, with what is no page.
 */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem'
  readonly temporary: boolean
  readonly answered: boolean

  constructor(message: string, temporary: boolean, details: { cause?: unknown; answered?: boolean } = {}) {
    super(message, { cause: details.cause })
    this.temporary = temporary
    this.answered = details.answered ?? false
  }
}
