import type { SyntheticEvent } from 'react'

// Where a list scrolls, or comes up, below a pointer that rests, browsers send a move of it that nobody made, and what the
// keyboard had reached would be lost to what lies there.

const still = new WeakSet<Event>()

/** Notes the moves of one kind that lead nowhere. That an event says so itself, as `movementX`, not all browsers do. */
const watch = (type: 'mousemove' | 'pointermove') => {
  let at: { x: number; y: number } | undefined
  document.addEventListener(
    type,
    (event) => {
      const { screenX: x, screenY: y } = event
      if (at?.x === x && at.y === y) still.add(event)
      at = { x, y }
    },
    { capture: true, passive: true },
  )
}
if (!import.meta.env.SSR) {
  watch('mousemove')
  watch('pointermove')
}

/** Whether the pointer is where it was. */
export const isStill = ({ nativeEvent }: SyntheticEvent): boolean =>
  nativeEvent instanceof Event && still.has(nativeEvent)

/** For the options of downshift, which follow a pointer. Source: its `preventDownshiftDefault`. */
export const ignoreStill = (event: SyntheticEvent): void => {
  if (isStill(event)) Object.assign(event.nativeEvent, { preventDownshiftDefault: true })
}
