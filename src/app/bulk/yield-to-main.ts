/** Gives the page a chance to draw: undefined while there is time left, else a promise to wait for. */
export type YieldToMain = () => Promise<void> | undefined

// Half a frame: what is left of it is enough to draw and to take a key.
const slice = 8

/** Makes long work polite: it stops for a moment after each slice of 8 ms. */
export const yielder = (): YieldToMain => {
  let since = performance.now()
  const pause = async () => {
    await nextTask()
    since = performance.now()
  }
  return () => {
    if (performance.now() - since < slice) return undefined
    return pause()
  }
}

/** Takes the steps of long work one by one, and yields between them. */
export const slowly = async <Result>(
  work: Generator<undefined, Result>,
  yieldToMain: YieldToMain,
): Promise<Result> => {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    const pause = yieldToMain()
    if (pause !== undefined) await pause
  }
}

// A message comes back at once, a timer only after 4 ms.
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
