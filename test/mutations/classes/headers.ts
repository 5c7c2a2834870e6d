import { communication } from '#sources/forms/communication.ts'
import { exemplar } from '#sources/forms/exemplar.ts'
import { preRelease } from '#sources/forms/pre-release.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { reoffence } from '#sources/forms/reoffence.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import type { Mutation } from '../mutation.ts'
import { classesIn } from '../mutation.ts'

const register = classesIn('the register of a ward', returneeRegister)
const notices = classesIn('the lists of the province', releaseNotice)
const offences = classesIn('the lists of the province', reoffence)
const models = classesIn('the quarter of a committee', supportModel)
const exemplars = classesIn('the quarter of a committee', exemplar)
const reach = classesIn('the quarter of a committee', communication)
const facility = classesIn('the month of a facility', preRelease)

/** Headers renamed beyond recognition, emptied, doubled, changed over: of columns that must be filled, or may be, or by condition. */
export const ofHeaders: readonly Mutation[] = [
  register.renames('the header of the file number becomes “Mã”', 'case_file_no', 'Mã'),
  register.renames('the header of the birth year becomes “Tuổi”', 'birth_year', 'Tuổi'),
  register.renames('the header of the id is emptied', 'national_id', null),
  register.renames('the header of a service becomes “Tư vấn”', 'counselled_on', 'Tư vấn'),
  register.renames('the header of the reason to leave becomes “Lý do”', 'left_reason', 'Lý do'),
  register.renames('the header of the place moved to is emptied', 'moved_to', null),
  register.doubles('the header of the sex stands twice', 'sex', 'AZ7'),
  register.doubles('the header of the remarks stands twice', 'remark', 'AZ7'),
  notices.renames('the header of the commune becomes “Địa chỉ”', 'commune', 'Địa chỉ'),
  notices.renames('the header of the outcome is emptied', 'outcome', null),
  notices.doubles('the header of the release stands twice', 'release_date', 'M7'),
  offences.renames('the header of the prosecution becomes “Khởi tố”', 'prosecuted_on', 'Khởi tố'),
  offences.renames('the header of the finding is emptied', 'court_finding', null),
  offences.doubles('the header of the case stands twice', 'case_ref', 'Q7'),
  models.renames('the header of the status becomes “Hoạt động”', 'status', 'Hoạt động'),
  models.renames('the header of the day of stopping is emptied', 'status_on', null),
  models.doubles('the header of the members stands twice', 'members', 'P7'),
  exemplars.renames('the header of the level becomes “Cấp”', 'level', 'Cấp'),
  exemplars.renames('the header of the consent is emptied', 'consent', null),
  exemplars.doubles('the header of the praise stands twice', 'form', 'J7'),
  reach.renames('the header of those present becomes “Người dự”', 'attendances', 'Người dự'),
  reach.renames('the header of the residents reached is emptied', 'adults_reached', null),
  {
    ...reach.withholds('two headers change places', 'officials_reached', 1, null, 'exceeds'),
    edit: { on: 'headers-swapped', fields: ['officials_total', 'officials_reached'] },
    told: {
      code: 'exceeds',
      severity: 'error',
      sheet: '06.Tuyen truyen',
      cell: 'A9',
      field: 'officials_reached',
    },
  },
  reach.doubles('the header of the leaflets stands twice', 'leaflets', 'L7'),
  facility.renames('the header of the released becomes “Ra trại”', 'released', 'Ra trại'),
  facility.renames('the header of the informed is emptied', 'informed_end', null),
  facility.doubles('the header of the announced stands twice', 'notified', 'U7'),
]
