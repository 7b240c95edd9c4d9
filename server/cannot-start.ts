/** Why the program does not start, in words for whoever runs it: shown without a stack, as nothing in the code is wrong. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
