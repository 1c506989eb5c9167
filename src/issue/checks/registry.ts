import { contactUnreachable, downloadSizeDoubtful, downloadTypeDiffers } from './contacts.js'
import { deadlineOver, eventOver, weekdayWrong } from './dates.js'
import type { Check } from './check.js'
import { contentsEmpty, headingCapitals, headingLong, headingPunctuation, headingRepeated } from './headings.js'
import { preheaderRepeatsSubject, subjectCapitals, subjectLong } from './inbox.js'
import { languageMarkMissing } from './languages.js'
import { anchorDead, linkInternal, linkTracking, linkUnencrypted } from './link-addresses.js'
import { linkTextAmbiguous, linkTextEmpty, linkTextIsAddress, linkTextVague } from './link-texts.js'
import { contrast, tooHeavy } from './mail.js'
import {
  altBeginsWithPicture, altFileName, altLong, altRepeatsCaption, altRepeatsHeading, altSaysNothing
} from './pictures.js'
import { headingEmpty, headingFaked, headingOrder, headingWithoutText } from './prose-headings.js'
import { altMissing, fieldEmpty, fieldInvalid, placeholderLeft } from './required-fields.js'
import { TYPOGRAPHY } from './typography.js'
import { nominalStyle, officialese, paragraphLong, sentenceLong, wordLong } from './wording.js'

/** Every check, in the order in which findings at one place are told. */
export const CHECKS: readonly Check[] = [
  fieldEmpty,
  fieldInvalid,
  placeholderLeft,
  altMissing,
  altFileName,
  altSaysNothing,
  altBeginsWithPicture,
  altRepeatsCaption,
  linkTextEmpty,
  linkTextVague,
  linkTextIsAddress,
  anchorDead,
  contentsEmpty,
  headingOrder,
  headingEmpty,
  languageMarkMissing,
  contrast,
  tooHeavy,
  eventOver,
  deadlineOver,
  altRepeatsHeading,
  altLong,
  linkTextAmbiguous,
  linkUnencrypted,
  linkTracking,
  linkInternal,
  headingFaked,
  headingWithoutText,
  headingPunctuation,
  headingCapitals,
  headingLong,
  headingRepeated,
  subjectLong,
  subjectCapitals,
  preheaderRepeatsSubject,
  sentenceLong,
  nominalStyle,
  officialese,
  paragraphLong,
  wordLong,
  weekdayWrong,
  contactUnreachable,
  downloadSizeDoubtful,
  downloadTypeDiffers,
  ...TYPOGRAPHY
]
