/** The menu, and the tabs of my work. */
export const work = {
  menu: {
    work: 'Việc của tôi',
    directing: 'Chỉ đạo',
    directives: 'Văn bản chỉ đạo',
    tasks: 'Tất cả nhiệm vụ',
    administration: 'Quản trị',
    organisation: 'Tổ chức và tài khoản',
    account: 'Tài khoản của tôi',
  },
  tab: {
    receipt: 'Chờ tiếp nhận',
    processing: 'Đang xử lý',
    review: 'Chờ duyệt',
    supporting: 'Phối hợp',
    informed: 'Để biết',
    done: 'Đã xử lý',
    overdue: 'Quá hạn',
  },
  tabEmpty: {
    receipt:
      'Không có việc nào chờ tiếp nhận. Nhiệm vụ lãnh đạo giao cho đơn vị, hoặc trưởng đơn vị giao cho bạn, sẽ vào đây.',
    processing: 'Không có việc nào đang xử lý. Việc đã tiếp nhận nằm ở đây cho đến khi kết quả được trình.',
    review:
      'Không có việc nào chờ bạn duyệt. Dự thảo chờ giao, báo cáo của chuyên viên và kết quả chờ nghiệm thu sẽ vào đây.',
    supporting: 'Chưa có việc phối hợp. Nhiệm vụ mà đơn vị bạn phối hợp thực hiện sẽ vào đây.',
    informed: 'Không có nhiệm vụ nào bạn đang theo dõi.',
    done: 'Bạn chưa xử lý việc nào.',
    overdue: 'Không có việc nào quá hạn.',
  },
  move: {
    ISSUE: 'Chờ {{holder}} giao nhiệm vụ',
    RECEIVE: 'Chờ {{holder}} tiếp nhận',
    PROCESS: '{{holder}} đang xử lý',
    REVIEW: 'Chờ {{holder}} xem báo cáo',
    ACCEPT: 'Chờ {{holder}} duyệt kết quả',
    SUPPORT: '{{holder}} đang phối hợp',
    RESOLVE: 'Chờ {{holder}} xem việc bị trả lại',
    DECIDE: 'Chờ {{holder}} xem đề nghị gia hạn',
    none: 'Không còn ai phải làm gì',
  },
  workKind: {
    ISSUE: 'Giao nhiệm vụ',
    RECEIVE: 'Tiếp nhận',
    PROCESS: 'Xử lý',
    REVIEW: 'Xem báo cáo của {{reporter}}',
    ACCEPT: 'Duyệt kết quả của {{leadUnit}}',
    FOLLOW: 'Theo dõi',
    SUPPORT: 'Phối hợp với {{leadUnit}}',
    RESOLVE: 'Xem việc {{reporter}} trả lại',
    DECIDE: 'Xem đề nghị gia hạn',
  },
} as const
