import type { Mutation } from '../mutation.ts'
import { ofCommunication } from './communication.ts'
import { ofCover } from './cover.ts'
import { ofCredit } from './credit.ts'
import { ofExemplars } from './exemplars.ts'
import { ofFacility } from './facility.ts'
import { ofFiles } from './files.ts'
import { ofHalfYear } from './half-year.ts'
import { ofHeaders } from './headers.ts'
import { ofJobs } from './jobs.ts'
import { ofModels } from './models.ts'
import { ofNotices } from './notices.ts'
import { ofOffences } from './offences.ts'
import { registerOfChoices } from './register-choices.ts'
import { registerOfDays } from './register-days.ts'
import { registerOfPersons } from './register-persons.ts'
import { ofSentences } from './sentences.ts'
import { ofSheets } from './sheets.ts'
import { ofTally } from './tally.ts'

/** Every class of mistake; a new form adds its file and its line. */
export const mutations: readonly Mutation[] = [
  ...registerOfPersons,
  ...registerOfDays,
  ...registerOfChoices,
  ...ofNotices,
  ...ofOffences,
  ...ofModels,
  ...ofExemplars,
  ...ofCommunication,
  ...ofFacility,
  ...ofCredit,
  ...ofSentences,
  ...ofJobs,
  ...ofTally,
  ...ofHalfYear,
  ...ofCover,
  ...ofHeaders,
  ...ofSheets,
  ...ofFiles,
]
