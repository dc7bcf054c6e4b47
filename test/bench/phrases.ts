import type { Random } from './random.ts'

/** Sentences of the kind offices write, in enough combinations that a search finds some tasks and not all. */
const VERBS = ['Xây dựng', 'Rà soát', 'Tổng hợp', 'Hoàn thiện', 'Tham mưu', 'Chủ trì soạn thảo', 'Kiểm tra', 'Đề xuất']
const PRODUCTS = [
  'báo cáo đánh giá tình hình thực hiện',
  'kế hoạch triển khai',
  'dự thảo văn bản hướng dẫn',
  'phương án phân bổ kinh phí cho',
  'danh mục các nhiệm vụ thuộc',
  'quy chế phối hợp trong',
  'hồ sơ trình Thủ tướng Chính phủ về',
]
const MATTERS = [
  'Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi',
  'công tác chuyển đổi số và bảo đảm an toàn thông tin mạng của cơ quan',
  'việc sắp xếp tổ chức bộ máy, tinh giản biên chế',
  'công tác cải cách thủ tục hành chính và dịch vụ công trực tuyến',
  'các dự án đầu tư công trung hạn',
  'công tác thanh tra, kiểm tra, tiếp công dân, giải quyết khiếu nại, tố cáo',
  'phong trào thi đua yêu nước và công tác khen thưởng',
  'việc thực hiện chính sách đối với người có uy tín',
  'công tác thông tin, tuyên truyền, phổ biến pháp luật',
  'hoạt động hợp tác quốc tế và hội nhập',
]
const PLACES = [
  'các tỉnh Tây Bắc',
  'các tỉnh Tây Nguyên',
  'vùng đồng bằng sông Cửu Long',
  'toàn quốc',
  'các đơn vị trực thuộc',
]
const REMARKS = [
  'Đơn vị đã làm việc với các bộ, ngành liên quan và nhận được ý kiến bằng văn bản của phần lớn các cơ quan.',
  'Số liệu của ba địa phương chưa đầy đủ, đã có văn bản đôn đốc gửi bổ sung trước ngày 25 hằng tháng.',
  'Dự thảo đã lấy ý kiến lần thứ nhất, đang tiếp thu, giải trình trước khi trình Lãnh đạo xem xét.',
  'Kinh phí đã được bố trí trong dự toán năm; tiến độ giải ngân đạt theo kế hoạch đề ra.',
]

export function taskContent(random: Random): string {
  const period = `giai đoạn ${2018 + random.below(5)} - ${2024 + random.below(7)}`
  return `${random.pick(VERBS)} ${random.pick(PRODUCTS)} ${random.pick(MATTERS)} tại ${random.pick(PLACES)} ${period}`
}

export function sourceSubject(random: Random): string {
  return `Kết luận cuộc họp về ${random.pick(MATTERS)}`
}

export function report(random: Random): string {
  return `${random.pick(REMARKS)} ${random.pick(REMARKS)}`
}
