/**
 * Keeps the page where it is whatever is dropped on it: for a file, a link or a picture a browser would leave it, and token
 * and plan with it. A text still lands in the box that it is dropped on, and a part of the page that takes files takes
 * them. To be called once.
 */
export const ignoreDrops = (): void => {
  addEventListener('dragover', ignore)
  addEventListener('drop', ignore)
}

const ignore = (event: DragEvent) => {
  const { dataTransfer, target } = event
  const isTextBox = target instanceof Element && target.matches(textBoxes)
  if (event.defaultPrevented || (isTextBox && !holdsFile(event))) return
  event.preventDefault()
  if (dataTransfer !== null) dataTransfer.dropEffect = 'none'
}

const textBoxes = 'textarea, input:not([type=checkbox], [type=radio], [type=file])'

/** Whether a file is dragged: its name and content are not told before it is dropped. */
export const holdsFile = ({ dataTransfer }: Pick<DragEvent, 'dataTransfer'>): boolean =>
  dataTransfer?.types.includes('Files') === true
