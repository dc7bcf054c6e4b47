/** Công văn đôn đốc. */
export const officialLetters = {
  urging: 'Công văn đôn đốc {{unit}} (.docx)',
  errors: {
    notUrging: 'Chỉ lãnh đạo và bộ phận tổng hợp được lập công văn đôn đốc.',
    nothingLate: 'Đơn vị này không có nhiệm vụ quá hạn nào bạn được xem.',
  },
} as const
