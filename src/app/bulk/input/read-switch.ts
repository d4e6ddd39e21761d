const words = (list: string) => list.split(' ')

// As Excel writes a boolean in the languages that it is sold in, and as people tick a box.
const on = new Set(
  words(
    'true t yes y on 1 x ✓ ✔ ☑ ✅ vrai oui wahr ja j verdadero sí si s verdadeiro sim vero sand sann sant tosi kyllä ' +
      'prawda tak pravda ano áno igaz igen doğru evet истина да waar adevărat da αληθής ναι 真 是 はい 예 참',
  ),
)
const off = new Set(
  words(
    'false f no n off 0 - ✗ ✘ ☐ ❌ faux non falsch nein falso não nao falsk nej usann nei falskt epätosi ei fałsz nie ' +
      'nepravda ne hamis nem yanlış yanliş hayır hayir ложь нет onwaar nee fals nu ψευδής όχι 假 否 いいえ 아니요 거짓',
  ),
)

/** Reads a switch as tables and lists write it; null where nothing is said, undefined where it is something else. */
export const readSwitch = (written: string): boolean | null | undefined => {
  const word = written.normalize('NFC').trim().toLowerCase()
  if (word === '' || word === 'null') return null
  if (on.has(word)) return true
  return off.has(word) ? false : undefined
}

export const switchProblem =
  'The interpolation must be true or false, or be left empty to follow the secret.'
