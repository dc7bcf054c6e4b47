/** Vắng mặt: người thay xử lý công việc dưới tên của cả hai. */
export const absences = {
  title: 'Vắng mặt và người thay',
  titleOf: 'Vắng mặt và người thay của {{name}}',
  own: 'Khi vắng mặt',
  asSubstitute: 'Khi thay người khác',
  absent: 'Người vắng mặt',
  period: 'Thời gian',
  name: 'Cử người thay',
  manage: 'Cử người thay, xem các lần vắng mặt',
  allPosts: 'Tất cả chức vụ',
  end: 'Kết thúc sớm',
  endOf: 'Kết thúc sớm việc thay của {{substitute}}',
  callOff: 'Hủy cử người thay',
  callOffOf: 'Hủy cử {{substitute}} thay',
  endTitle: 'Kết thúc việc thay',
  endEffect:
    '{{substitute}} đang thay từ {{from}} đến hết {{to}}. Nếu kết thúc sớm, từ lần mở trang tiếp theo {{substitute}} không còn thấy và xử lý được công việc của người vắng mặt; những việc đã làm vẫn ghi tên cả hai.',
  callOffEffect: '{{substitute}} được cử thay từ {{from}} đến hết {{to}}. Nếu hủy, việc thay này không diễn ra.',
  endedEarly: 'Đã kết thúc sớm',
  substituteAway: 'Người thay cũng vắng từ {{from}} đến {{to}}',
  effect:
    'Người thay tiếp nhận, báo cáo, duyệt, phân công thay người vắng mặt trong những ngày này; mỗi việc làm đều ghi tên cả hai. Người vắng mặt vẫn xử lý được công việc của mình.',
  notCovered:
    'Không chuyển sang người thay: nhiệm vụ hạn chế, việc của trợ lý và của quản trị viên, tài khoản, bộ lọc đã lưu, và những việc người thay tự mình đề nghị hoặc báo cáo. Người thay không cử tiếp người khác thay.',
  noneOwn: 'Chưa có lần vắng mặt nào. Cử người thay trước khi nghỉ để công việc không phải chờ.',
  nothingToCover:
    'Không giữ chức vụ nào mà người khác thay được: việc của trợ lý và quản trị viên không có người thay.',
  noneStanding: 'Hiện không có ai thay và không thay ai.',
  standing: {
    own: '{{substitute}} thay từ {{from}} đến hết {{to}}',
    asSubstitute: 'Thay {{absent}} từ {{from}} đến hết {{to}}',
  },
  youActFor: 'Bạn đang xử lý thay {{who}} đến hết {{until}}',
  inPlaceOf: 'thay {{absent}}',
  actedFor: '{{actor}} (thay {{absent}}, {{post}})',
  actedForBriefly: '{{actor}} (thay {{absent}})',
  away: {
    person: '{{name}} (vắng {{from}} – {{to}}, {{substitute}} thay)',
    headOfUnit: '{{name}} ({{head}} vắng {{from}} – {{to}}, {{substitute}} thay)',
    alone: '{{name}} (vắng {{from}} – {{to}}; nhiệm vụ hạn chế không có người thay)',
    beforeIssue: 'Có người vắng mặt trước hạn của nhiệm vụ sắp giao:',
  },
  field: {
    substitute: 'Người thay',
    substituteHint: 'Người cùng cơ quan, đang giữ chức vụ và có tài khoản. Thay lãnh đạo phải là lãnh đạo.',
    post: 'Thay trong chức vụ',
    postHint: 'Việc giao đích danh cho người vắng mặt cũng chuyển sang người thay, dù chỉ thay trong một chức vụ.',
    fromDay: 'Vắng từ ngày',
    toDay: 'Đến hết ngày',
  },
  fault: {
    past: 'Không cử người thay cho những ngày đã qua.',
    endsBeforeItBegins: 'Ngày cuối không thể trước ngày đầu.',
    tooLong: 'Một lần vắng mặt dài nhất là một năm.',
  },
  done: {
    named: 'Đã cử người thay. Cả hai đều thấy trong trang tài khoản.',
    ended: 'Đã kết thúc việc thay.',
  },
  errors: {
    ownSubstitution: 'Không thể tự thay mình.',
    sameOfAdministrator: 'Quản trị viên không tự cử mình thay người khác.',
    nothingCovered: 'Trong những ngày này, người vắng mặt không giữ chức vụ nào mà người khác thay được.',
    substituteHoldsNoPost: '{{substitute}} không giữ chức vụ nào trong suốt những ngày này.',
    substituteHasNoAccount: '{{substitute}} không có tài khoản đang mở.',
    substituteIsNoLeader:
      'Thay lãnh đạo phải là một lãnh đạo; {{substitute}} không phải lãnh đạo trong suốt những ngày này.',
    hasSubstitute: 'Đã có {{substitute}} thay trong một số ngày này. Kết thúc lần đó trước, hoặc chọn ngày khác.',
    isOver: 'Lần vắng mặt này đã kết thúc.',
  },
} as const
