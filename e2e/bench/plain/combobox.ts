/** A list below a box that narrows while something is typed: opened by a click, by typing or by an arrow. */
export const combobox = (input: HTMLInputElement, list: HTMLUListElement, names: string[]) => {
  let shown: HTMLLIElement[] = []
  let active = -1

  const options = names.map((name, index) => {
    const option = document.createElement('li')
    option.id = `choice-${index}`
    option.role = 'option'
    option.textContent = name
    return option
  })

  const activate = (index: number) => {
    shown[active]?.removeAttribute('aria-selected')
    active = index
    const option = shown[active]
    if (option === undefined) {
      input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  const narrow = () => {
    const text = input.value.toUpperCase()
    shown = options.filter((option, index) => {
      const fits = names[index]?.includes(text) === true
      option.hidden = !fits
      return fits
    })
    activate(text === '' ? -1 : 0)
  }

  const show = (open: boolean) => {
    if (open && list.childElementCount === 0) list.append(...options)
    list.hidden = !open
    input.ariaExpanded = String(open)
  }

  const pick = (option: HTMLLIElement | undefined) => {
    if (option !== undefined) input.value = option.textContent
    show(false)
  }

  input.addEventListener('input', () => {
    narrow()
    show(true)
  })
  input.addEventListener('click', () => {
    narrow()
    show(input.ariaExpanded !== 'true')
  })
  input.addEventListener('blur', () => show(false))
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      show(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      activate(Math.min(shown.length - 1, Math.max(0, active + step)))
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault()
      pick(shown[active])
    }
  })
  // Focus stays in the box while the list is used with the pointer.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLLIElement) pick(target)
  })
}
