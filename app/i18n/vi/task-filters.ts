/** Bộ lọc của danh sách nhiệm vụ, ngoài những từ đã có ở chỉ đạo. */
export const taskFilters = {
  rarer: 'Thêm bộ lọc',
  allUnits: 'Hiện danh sách đơn vị',
  field: {
    unit: 'Đơn vị',
    unitPart: 'Vai trò của đơn vị',
    inChargeOf: 'Đơn vị do lãnh đạo phụ trách',
    officer: 'Người thực hiện',
    dueDay: 'Tính theo hạn',
    toldUp: 'Đã báo lên',
    issuedFrom: 'Giao từ ngày',
    issuedTo: 'đến ngày',
    trackedFrom: 'Theo dõi từ ngày',
    trackedTo: 'đến ngày',
  },
  unitPart: { lead: 'Chủ trì', support: 'Phối hợp', any: 'Chủ trì hoặc phối hợp' },
  dueDay: { inner: 'Hạn nội bộ', outer: 'Hạn của cơ quan giao bên ngoài' },
  toldUp: { HEAD: 'Thủ trưởng đơn vị', LEADER: 'Lãnh đạo phụ trách', SECRETARIAT: 'Danh sách của thư ký' },
  secretariatList: 'Cần đôn đốc (đã báo hết các cấp)',
  clock: {
    outer: 'Hạn và tình trạng thời hạn tính theo hạn của cơ quan giao bên ngoài.',
    support: 'Hạn và tình trạng thời hạn là của phần phối hợp của đơn vị đã chọn.',
    officer: 'Hạn và tình trạng thời hạn là của phần việc của {{name}}.',
  },
  tracked: {
    both: 'Nhiệm vụ còn mở hôm nay, hoặc hoàn thành từ {{from}} đến {{to}}; không kể dự thảo và nhiệm vụ đã thu hồi.',
    from: 'Nhiệm vụ còn mở hôm nay, hoặc hoàn thành từ {{from}}; không kể dự thảo và nhiệm vụ đã thu hồi.',
    to: 'Nhiệm vụ còn mở hôm nay, hoặc hoàn thành đến hết {{to}}; không kể dự thảo và nhiệm vụ đã thu hồi.',
  },
} as const
