/** Bảng theo dõi nhiệm vụ. */
export const tracking = {
  menu: 'Bảng theo dõi',
  heading: 'Bảng theo dõi',
  scopes: 'Phạm vi',
  scope: { all: 'Tất cả đơn vị', charge: 'Đơn vị tôi phụ trách' },
  periods: 'Kỳ theo dõi',
  period: { month: 'Tháng này', lastMonth: 'Tháng trước', quarter: 'Quý này', year: 'Năm nay' },
  counted:
    'Nhiệm vụ còn mở hôm nay, hoặc kết thúc từ {{from}} đến {{to}}, trong số những nhiệm vụ bạn được xem. Không kể dự thảo và nhiệm vụ đã thu hồi.',
  outer:
    'Nhiệm vụ chủ trì tính theo hạn của cơ quan giao bên ngoài, chỉ kể nhiệm vụ có hạn đó. Phần phối hợp và phần việc của người thực hiện vẫn tính theo hạn của từng phần.',
  lead: 'Chủ trì',
  support: 'Phối hợp (tính theo hạn của phần phối hợp; một nhiệm vụ có thể có nhiều đơn vị nên không cộng dọc)',
  officers: 'Theo người thực hiện (tính theo hạn của phần việc; một nhiệm vụ có thể có nhiều người nên không cộng dọc)',
  unit: 'Đơn vị',
  officer: 'Người thực hiện',
  total: 'Tổng',
  allUnits: 'Tổng cộng',
  onTimeShare: 'Tỷ lệ đúng hạn',
  onTimeOfDone: 'Đúng hạn / hoàn thành',
  month: 'Tháng',
  issued: 'Giao trong tháng',
  done: 'Hoàn thành trong tháng',
  open: 'Còn mở cuối tháng',
  picture: {
    flow: 'Giao và hoàn thành theo tháng',
    flowDescription: 'Số nhiệm vụ được giao và số nhiệm vụ hoàn thành mỗi tháng trong 12 tháng gần nhất.',
    open: 'Còn mở cuối tháng',
    openDescription: 'Số nhiệm vụ đã giao mà chưa kết thúc vào cuối mỗi tháng; tháng này tính đến hôm nay.',
    share: 'Tỷ lệ hoàn thành đúng hạn theo đơn vị chủ trì',
    ages: 'Quá hạn bao lâu',
    agesDescription: 'Số nhiệm vụ quá hạn, theo số ngày đã qua kể từ hạn.',
  },
  age: { head: 'Đã qua hạn', between: '{{from}} đến {{to}} ngày', over: 'Trên {{days}} ngày' },
  empty:
    'Trong kỳ này không có nhiệm vụ nào bạn được xem. Nhiệm vụ vào bảng khi được giao cho đơn vị và ở lại cho đến khi kết thúc.',
  noBoard: 'Bảng theo dõi dành cho lãnh đạo, trợ lý, bộ phận tổng hợp và trưởng, phó đơn vị.',
} as const
