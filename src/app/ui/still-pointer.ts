import type { MouseEvent } from 'react'

/**
 * Whether a pointer rests: where a list scrolls, or comes up, below one, browsers send a move of it that nobody made, and
 * what the keyboard had reached would be lost to what lies there.
 */
export const isStill = ({ movementX, movementY }: Pick<MouseEvent, 'movementX' | 'movementY'>) =>
  movementX === 0 && movementY === 0

/** For the options of downshift, which follow a pointer. Source: its `preventDownshiftDefault`. */
export const ignoreStill = (event: MouseEvent): void => {
  if (isStill(event)) Object.assign(event.nativeEvent, { preventDownshiftDefault: true })
}
