/** Why an act is refused or greyed: one sentence for each code of `workflows`. */
export const refusals = {
  notInThisState: 'Không làm được ở trạng thái hiện tại.',
  notInState: 'Không làm được khi đang "{{state}}".',
  notYourPart: 'Việc này không thuộc phần của bạn.',
  onlyFor: 'Dành cho {{parts}}.',
  or: ' hoặc ',
  part: {
    directingLeader: 'lãnh đạo chỉ đạo',
    leaderInCharge: 'lãnh đạo phụ trách đơn vị',
    secretariat: 'bộ phận tổng hợp',
    assistant: 'trợ lý của lãnh đạo chỉ đạo',
    holder: 'trưởng, phó đơn vị hoặc người được giao phần việc này',
    giver: 'người đã giao phần việc này',
  },
  sourceIsSignedForStandingDuty:
    'Nguồn chưa đủ số, ngày và người ký, nên chỉ lãnh đạo chỉ đạo được giao; bộ phận tổng hợp chỉ giao theo văn bản đã ký.',
  resultIsAnothers: 'Chính bạn đã trình kết quả này, nên người khác phải duyệt.',
  lineIsOpen: 'Kết quả đã được trình lên trên, hoặc phần việc phía trên đã kết thúc.',
  isDueInTime: 'Hạn giao xuống phải có và không muộn hơn hạn của bạn.',
  isHandedOnce: 'Mỗi người chỉ nhận phần việc này một lần, và không giao ngược lên trên.',
  isHandedToPersons: 'Nhiệm vụ hạn chế chỉ giao cho từng người, không giao cho đơn vị.',
  wouldHideFromYourself:
    'Nếu lưu như vậy, chính bạn sẽ không còn xem được nhiệm vụ này. Hãy nêu tên bạn hoặc nhờ người theo dõi sửa.',
  valuesAreWrong: 'Nội dung gửi lên chưa đúng.',
  unknownAct: 'Không có việc này.',
} as const
