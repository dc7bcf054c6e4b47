/** Một việc cho nhiều nhiệm vụ đã chọn. */
export const bulkActs = {
  selectionTitle: {
    urge: 'Đôn đốc {{count}} nhiệm vụ',
    changeFollower: 'Đổi người theo dõi {{count}} nhiệm vụ',
    changeDueDay: 'Đổi hạn {{count}} nhiệm vụ',
    accept: 'Duyệt kết quả {{count}} nhiệm vụ',
    revoke: 'Thu hồi {{count}} nhiệm vụ',
  },
  act: {
    urge: 'Đôn đốc',
    changeFollower: 'Đổi người theo dõi',
    changeDueDay: 'Đổi hạn',
    accept: 'Duyệt kết quả',
    revoke: 'Thu hồi',
  },
  sentence:
    'Việc này làm riêng cho từng nhiệm vụ. Nhiệm vụ nào không làm được sẽ được nêu lý do, không cản các nhiệm vụ khác.',
  chosen: 'Các nhiệm vụ đã chọn',
  withChosen: 'Với các nhiệm vụ đã chọn',
  choose: 'Chọn "{{title}}"',
  words: 'Nội dung đôn đốc',
  wordsHint: 'Viết một lần, ghi vào từng nhiệm vụ; các đơn vị có phần trong nhiệm vụ đều đọc được.',
  progress: 'Đã xong {{done}} trên {{total}} nhiệm vụ',
  running: 'Đang thực hiện. Trang này tự cập nhật; rời đi thì việc vẫn tiếp tục.',
  finished: 'Đã thực hiện xong.',
  summary: '{{done}} nhiệm vụ đã làm, {{refused}} nhiệm vụ không làm được.',
  outcome: 'Kết quả',
  done: 'Đã làm',
  waiting: 'Đang chờ',
  nothingChosen: 'Chưa chọn nhiệm vụ nào. Hãy đánh dấu các nhiệm vụ trong danh sách.',
  tooMany: 'Mỗi lần chọn được nhiều nhất {{most}} nhiệm vụ.',
  backToList: 'Về danh sách nhiệm vụ',
} as const
