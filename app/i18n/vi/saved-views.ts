/** Bộ lọc đã lưu của danh sách nhiệm vụ. */
export const savedViews = {
  heading: 'Bộ lọc đã lưu',
  new: 'Lưu bộ lọc',
  keeps: 'Bộ lọc đang dùng ở danh sách nhiệm vụ được giữ lại dưới tên này.',
  save: 'Lưu bộ lọc này',
  manage: 'Quản lý bộ lọc đã lưu',
  change: 'Sửa',
  changeNamed: 'Sửa {{name}}',
  changeTitle: 'Sửa bộ lọc đã lưu',
  remove: 'Xóa bộ lọc',
  removeEffect: 'Chỉ xóa tên và bộ lọc, không ảnh hưởng đến nhiệm vụ. Những người được chia sẻ cũng không thấy nữa.',
  forMyself: 'Chỉ mình tôi',
  ofUnit: '{{name}} ({{unit}})',
  field: {
    name: 'Tên',
    unitId: 'Chia sẻ với',
    unitHint: 'Mọi người giữ chức vụ trong đơn vị sẽ thấy bộ lọc này; mỗi người chỉ thấy nhiệm vụ mình được xem.',
  },
  empty:
    'Chưa có bộ lọc nào. Lọc danh sách nhiệm vụ rồi chọn "Lưu bộ lọc này"; trưởng, phó đơn vị có thể chia sẻ với đơn vị.',
  done: { saved: 'Đã lưu bộ lọc.', changed: 'Đã sửa bộ lọc đã lưu.', removed: 'Đã xóa bộ lọc.' },
  errors: {
    nameTaken: 'Bạn đã có một bộ lọc mang tên này.',
    notToShareWith: 'Chỉ trưởng, phó đơn vị và bộ phận tổng hợp chia sẻ được, với đơn vị của mình.',
    notYours: 'Bộ lọc này do người khác lưu và chia sẻ.',
  },
} as const
