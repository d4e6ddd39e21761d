import type { UseComboboxGetItemProps, UseComboboxGetMenuProps } from 'downshift'
import { memo, type Ref } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { Option } from './option'
import { Icon } from '../ui/icon'
import { Name } from '../ui/name'
import { ignoreStill } from '../ui/still-pointer'

interface OptionListProps {
  /** What it lists, as its name says it. */
  label: string
  getMenuProps: UseComboboxGetMenuProps
  items: Option[]
  handle: Ref<VirtualizerHandle>
  highlightedIndex: number
  /** The option that the box holds. */
  chosenId: string | undefined
  getItemProps: UseComboboxGetItemProps<Option>
}

const rowHeight = 52

/** The options that are seen and a few beside them; where the keyboard is, is always among them. */
export const OptionList = memo(
  ({
    label,
    getMenuProps,
    items,
    handle,
    highlightedIndex,
    chosenId,
    getItemProps,
  }: OptionListProps) => {
    return (
      <div
        {...getMenuProps({ 'aria-label': label, tabIndex: -1 }, { suppressRefError: true })}
        className="max-h-72 overflow-y-auto empty:hidden"
      >
        {items.length > 0 && (
          <Virtualizer
            ref={handle}
            data={items}
            itemSize={rowHeight}
            keepMounted={highlightedIndex >= 0 ? [highlightedIndex] : []}
          >
            {(option, index) => (
              <div
                key={option.id}
                {...getItemProps({ item: option, index, onMouseMove: ignoreStill })}
                // Where the keyboard is, the box says.
                aria-selected={option.id === chosenId}
                data-active={index === highlightedIndex}
                aria-disabled={option.disabledReason !== undefined}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className={`list-row cursor-pointer px-3 py-1.5 ${option.depth === 1 ? 'pl-8' : ''} aria-disabled:cursor-not-allowed ${index === highlightedIndex ? 'bg-accent-tint' : 'hover:bg-sunken'}`}
              >
                {option.group !== undefined && option.group !== items[index - 1]?.group && (
                  <span aria-hidden="true" className="block pb-1 text-small text-muted">
                    {option.group}
                  </span>
                )}
                <OptionText option={option} isChosen={option.id === chosenId} />
              </div>
            )}
          </Virtualizer>
        )}
      </div>
    )
  },
)

// Long enough for any real text; a hostile one of a megabyte would cost a layout of it all.
const cut = (text: string) => text.slice(0, 300)

interface OptionTextProps {
  option: Option
  isChosen: boolean
}

const OptionText = ({
  option: { name, facts, note, disabledReason },
  isChosen,
}: OptionTextProps) => (
  <>
    <span
      className={`flex items-center justify-between gap-2 font-mono text-small ${disabledReason === undefined ? 'font-semibold' : 'text-muted'}`}
    >
      <span className="min-w-0 truncate">
        <Name of={name} className="" oneLine />
      </span>
      {isChosen && <Icon name="check" className="text-accent" />}
    </span>{' '}
    <span translate="no" className="block h-5 truncate text-small text-muted">
      {cut(facts)}
      {note !== '' && (
        <>
          {' — '}
          <bdi translate="yes">{cut(note)}</bdi>
        </>
      )}
    </span>
    {disabledReason !== undefined && (
      <span className="block text-small break-words text-muted">{cut(disabledReason)}</span>
    )}
  </>
)
