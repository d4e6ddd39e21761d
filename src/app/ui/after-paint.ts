// A hidden page paints nothing, and its frames never come.
const patience = 100

/**
 * Does something once the frame that is due has been painted, within 100 ms in any case.
 * @returns a function that takes it back.
 */
export const afterPaint = (task: () => void): (() => void) => {
  let timer = setTimeout(run, patience)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(task)
  })
  function run() {
    cancelAnimationFrame(frame)
    task()
  }
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
