import { jobsAndTraining } from '#sources/forms/jobs-and-training.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, refuses, renames, doubles } = classesIn(
  'the jobs of a quarter',
  jobsAndTraining,
)
const training = classesIn('the training of a quarter', jobsAndTraining)

/** Biểu 10: two agencies, each with columns of its own. */
export const ofJobs = [
  ...empties([
    ['area', 'Địa bàn (xã, phường / huyện)'],
    ['sessions', 'Số phiên tư vấn, giới thiệu việc làm'],
    ['advised', 'Số người được tư vấn việc làm, nghề nghiệp'],
    ['informed', 'Số người được cung cấp thông tin việc làm'],
    ['introduced', 'Số người được giới thiệu việc làm'],
    ['placed', 'Số người có việc làm sau giới thiệu'],
  ]),
  ...training.empties([
    ['training_need', 'Số người có nhu cầu học nghề'],
    ['enrolled', 'Số người được đào tạo, bồi dưỡng nghề trong kỳ'],
  ]),
  withholds('a district that there is no more', 'area', 1, 'huyện Yên Thế', 'unknown-commune'),
  withholds('the code of a district that there is no more', 'area', 1, '213', 'unknown-commune'),
  withholds(
    'a population in words of his own',
    'population',
    1,
    'Người mãn hạn tù',
    'not-a-choice',
  ),
  refuses('one population of a commune in two rows', 'population', 2, 'Người CHXAPT', 'row-twice', {
    at: ['area', 2],
  }),
  warns('more placed than introduced', 'placed', 1, 7, 'exceeds'),
  warns('jobs fill in what training must', 'training_need', 1, 9, 'other-owner'),
  training.warns('training fills in what jobs must', 'employers', 1, 2, 'other-owner'),
  training.warns('more let off the fees than enrolled', 'fee_supported', 1, 8, 'exceeds'),
  training.withholds('certified “nearly all”', 'certified', 1, 'gần hết', 'not-a-number'),
  withholds('a negative number of employers', 'employers', 1, -2, 'negative'),
  renames('the header of the placed becomes “Có việc”', 'placed', 'Có việc'),
  doubles('the header of the advised stands twice', 'advised', 'M7'),
]
