import { nameInText } from './name'
import { splitNames } from './split-names'

interface NamedTextProps {
  text: string
  /** Names that stand in it, as they are: `nameInText` has been made of them. */
  names: readonly string[]
}

/** A sentence whose names no translator takes for words. */
export const NamedText = ({ text, names }: NamedTextProps) =>
  splitNames(text, names.map(nameInText)).map((part) =>
    part.isName ? (
      <bdi key={part.at} translate="no">
        {part.text}
      </bdi>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  )
