<?xml version="1.0" encoding="UTF-8"?>
<!-- Bản xem của một gói tin học bạ hoặc của một biên nhận, cho người nhận không dùng hocba: chỉ trình bày, không kiểm tra chữ ký (docs/packet.md). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" exclude-result-prefixes="ds xades">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <html lang="vi">
      <head>
        <title>Học bạ số – bản xem</title>
        <style>body{font-family:serif;margin:2rem auto;max-width:56rem;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{border:1px solid #888;padding:.25rem .5rem;text-align:left;vertical-align:top}.luu-y{border:1px solid #a33;padding:.5rem}</style>
      </head>
      <body>
        <p class="luu-y">Bản xem: chữ ký số chưa được kiểm tra ở đây. Bản có giá trị là tệp XML gốc.</p>
        <xsl:apply-templates select="HOC_BA | BIEN_NHAN"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="HOC_BA">
    <xsl:variable name="tin" select="DU_LIEU_HOC_BA/THONG_TIN_HOC_BA"/>
    <h1>Học bạ số – năm học <xsl:value-of select="$tin/THONG_TIN_CHUNG/NAM_HOC"/></h1>
    <table>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Trường'"/><xsl:with-param name="gia-tri" select="$tin/DON_VI_PHAT_HANH/TEN_TRUONG"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Lớp'"/><xsl:with-param name="gia-tri" select="$tin/THONG_TIN_CHUNG/TEN_LOP"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Mã tra cứu'"/><xsl:with-param name="gia-tri" select="$tin/THONG_TIN_CHUNG/MA_DINH_DANH_HOC_BA"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Phiên bản'"/><xsl:with-param name="gia-tri" select="$tin/THONG_TIN_CHUNG/PHIEN_BAN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Ngày lập'"/><xsl:with-param name="gia-tri" select="$tin/THONG_TIN_CHUNG/NGAY_LAP"/></xsl:call-template>
    </table>
    <xsl:apply-templates select="$tin/HOC_SINH"/>
    <xsl:apply-templates select="$tin/BANG_DIEM"/>
    <xsl:apply-templates select="$tin/PHAM_CHAT_NANG_LUC"/>
    <xsl:apply-templates select="$tin/TONG_KET"/>
    <xsl:apply-templates select="$tin/DANH_GIA_THEO_QUY_DINH"/>
    <h2>Chữ ký số</h2>
    <table>
      <xsl:for-each select="DU_LIEU_HOC_BA/DANH_SACH_THONG_TIN_KY//*[ds:Signature] | PHAT_HANH_HOC_BA/*[ds:Signature]">
        <xsl:call-template name="dong">
          <xsl:with-param name="ten">
            <xsl:choose>
              <xsl:when test="self::GVBM">Giáo viên môn học</xsl:when>
              <xsl:when test="self::GVCN">Giáo viên chủ nhiệm</xsl:when>
              <xsl:when test="self::CBQL">Hiệu trưởng (phó hiệu trưởng)</xsl:when>
              <xsl:otherwise>Dấu của trường</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="gia-tri" select="concat('Ký lúc ', .//xades:SigningTime)"/>
        </xsl:call-template>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match="HOC_SINH">
    <h2>Học sinh</h2>
    <table>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Họ và tên'"/><xsl:with-param name="gia-tri" select="HO_VA_TEN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Ngày sinh'"/><xsl:with-param name="gia-tri" select="NGAY_SINH"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Giới tính'"/><xsl:with-param name="gia-tri" select="GIOI_TINH"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Dân tộc'"/><xsl:with-param name="gia-tri" select="DAN_TOC"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Quốc tịch'"/><xsl:with-param name="gia-tri" select="QUOC_TICH"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Số định danh cá nhân'"/><xsl:with-param name="gia-tri" select="SO_DINH_DANH_CA_NHAN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nơi sinh'"/><xsl:with-param name="gia-tri" select="NOI_SINH"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Quê quán'"/><xsl:with-param name="gia-tri" select="QUE_QUAN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nơi ở hiện nay'"/><xsl:with-param name="gia-tri" select="NOI_O_HIEN_NAY"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Họ và tên cha'"/><xsl:with-param name="gia-tri" select="HO_TEN_CHA"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Họ và tên mẹ'"/><xsl:with-param name="gia-tri" select="HO_TEN_ME"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Người giám hộ'"/><xsl:with-param name="gia-tri" select="HO_TEN_NGUOI_GIAM_HO"/></xsl:call-template>
      <xsl:for-each select="QUA_TRINH_HOC_TAP/NAM_DA_HOC">
        <xsl:call-template name="dong"><xsl:with-param name="ten" select="concat('Năm học ', NAM_HOC)"/><xsl:with-param name="gia-tri" select="concat(TEN_TRUONG, ', lớp ', TEN_LOP)"/></xsl:call-template>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match="BANG_DIEM">
    <h2>Các môn học và hoạt động giáo dục</h2>
    <table>
      <tr><th>Môn học</th><th>Mức đạt được</th><th>Điểm KTĐK</th><th>Nhận xét</th><th>Giáo viên</th></tr>
      <xsl:for-each select="DIEM_TONG_KET">
        <tr>
          <td><xsl:value-of select="TEN_MON_HOC"/></td>
          <td><xsl:choose><xsl:when test="MIEN = '1'">Miễn</xsl:when><xsl:otherwise><xsl:value-of select="MUC_DAT_DUOC"/></xsl:otherwise></xsl:choose></td>
          <td><xsl:value-of select="DIEM_KTDK"/></td>
          <td><xsl:value-of select="NHAN_XET"/></td>
          <td><xsl:value-of select="HO_TEN_GIAO_VIEN"/></td>
        </tr>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match="PHAM_CHAT_NANG_LUC">
    <h2>Những phẩm chất chủ yếu, những năng lực cốt lõi</h2>
    <table>
      <xsl:for-each select="DANH_GIA">
        <xsl:call-template name="dong"><xsl:with-param name="ten" select="TEN"/><xsl:with-param name="gia-tri" select="MUC_DAT_DUOC"/></xsl:call-template>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match="TONG_KET">
    <h2>Tổng kết</h2>
    <table>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Số ngày nghỉ có phép'"/><xsl:with-param name="gia-tri" select="SO_NGAY_NGHI_CO_PHEP"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Số ngày nghỉ không phép'"/><xsl:with-param name="gia-tri" select="SO_NGAY_NGHI_KHONG_PHEP"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Chiều cao (cm)'"/><xsl:with-param name="gia-tri" select="CHIEU_CAO"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Cân nặng (kg)'"/><xsl:with-param name="gia-tri" select="CAN_NANG"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nhận xét về phẩm chất'"/><xsl:with-param name="gia-tri" select="NHAN_XET_PHAM_CHAT"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nhận xét về năng lực chung'"/><xsl:with-param name="gia-tri" select="NHAN_XET_NANG_LUC_CHUNG"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nhận xét về năng lực đặc thù'"/><xsl:with-param name="gia-tri" select="NHAN_XET_NANG_LUC_DAC_THU"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Nhận xét của giáo viên chủ nhiệm'"/><xsl:with-param name="gia-tri" select="NHAN_XET_GVCN"/></xsl:call-template>
      <xsl:if test="CO_KHUYET_TAT_KHONG_DANH_GIA = '1'">
        <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Đánh giá'"/><xsl:with-param name="gia-tri" select="'Học sinh khuyết tật, không đánh giá'"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="DANH_GIA_THEO_KHGDCN = '1'">
        <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Đánh giá'"/><xsl:with-param name="gia-tri" select="'Theo kế hoạch giáo dục cá nhân'"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Căn cứ đánh giá'"/><xsl:with-param name="gia-tri" select="CAN_CU_DANH_GIA"/></xsl:call-template>
      <xsl:call-template name="dong">
        <xsl:with-param name="ten" select="'Đánh giá kết quả giáo dục'"/>
        <xsl:with-param name="gia-tri">
          <xsl:choose>
            <xsl:when test="DANH_GIA_KQ_GIAO_DUC = 'HTXS'">Hoàn thành xuất sắc</xsl:when>
            <xsl:when test="DANH_GIA_KQ_GIAO_DUC = 'HTT'">Hoàn thành tốt</xsl:when>
            <xsl:when test="DANH_GIA_KQ_GIAO_DUC = 'HT'">Hoàn thành</xsl:when>
            <xsl:when test="DANH_GIA_KQ_GIAO_DUC = 'CHT'">Chưa hoàn thành</xsl:when>
            <xsl:otherwise><xsl:value-of select="KET_QUA"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="co-khong"><xsl:with-param name="ten" select="'Hoàn thành chương trình lớp học'"/><xsl:with-param name="co" select="DA_HOAN_THANH_CT_LOP_HOC"/></xsl:call-template>
      <xsl:call-template name="co-khong"><xsl:with-param name="ten" select="'Hoàn thành chương trình tiểu học'"/><xsl:with-param name="co" select="DA_HOAN_THANH_CT_TIEU_HOC"/></xsl:call-template>
      <xsl:call-template name="co-khong"><xsl:with-param name="ten" select="'Được lên lớp'"/><xsl:with-param name="co" select="DUOC_LEN_LOP"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Khen thưởng'"/><xsl:with-param name="gia-tri" select="KHEN_THUONG"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Căn cứ khen thưởng'"/><xsl:with-param name="gia-tri" select="CAN_CU_KHEN_THUONG"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Giáo viên chủ nhiệm'"/><xsl:with-param name="gia-tri" select="HO_TEN_GVCN"/></xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template match="DANH_GIA_THEO_QUY_DINH">
    <xsl:for-each select="BANG_DIEM/DIEM_TONG_KET">
      <h2><xsl:value-of select="TEN_MON_HOC"/></h2>
      <table>
        <xsl:apply-templates select="O"/>
        <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Giáo viên'"/><xsl:with-param name="gia-tri" select="HO_TEN_GIAO_VIEN"/></xsl:call-template>
      </table>
    </xsl:for-each>
    <xsl:for-each select="DANH_GIA_CHUNG">
      <h2><xsl:value-of select="@TEN"/></h2>
      <table><xsl:apply-templates select="O"/></table>
    </xsl:for-each>
    <xsl:apply-templates select="TONG_KET"/>
  </xsl:template>

  <xsl:template match="O">
    <xsl:call-template name="dong"><xsl:with-param name="ten" select="@TEN"/><xsl:with-param name="gia-tri" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="BIEN_NHAN">
    <h1>Biên nhận của Sở</h1>
    <table>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Ngày hiệu lực'"/><xsl:with-param name="gia-tri" select="BIEN_NHAN_CHOT/NGAY_HIEU_LUC"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Mã tra cứu'"/><xsl:with-param name="gia-tri" select="BIEN_NHAN_CHOT/MA_DINH_DANH_HOC_BA"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Số biên nhận'"/><xsl:with-param name="gia-tri" select="BIEN_NHAN_TIEP_NHAN/SO_BIEN_NHAN"/></xsl:call-template>
      <xsl:call-template name="co-khong"><xsl:with-param name="ten" select="'Tiếp nhận'"/><xsl:with-param name="co" select="BIEN_NHAN_TIEP_NHAN/TIEP_NHAN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Thời điểm'"/><xsl:with-param name="gia-tri" select="BIEN_NHAN_TIEP_NHAN/THOI_DIEM"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Phiên bản'"/><xsl:with-param name="gia-tri" select="*/PHIEN_BAN"/></xsl:call-template>
      <xsl:call-template name="dong"><xsl:with-param name="ten" select="'Mã băm SHA-256 của học bạ'"/><xsl:with-param name="gia-tri" select="*/MA_BAM_SHA256"/></xsl:call-template>
    </table>
  </xsl:template>

  <xsl:template name="dong">
    <xsl:param name="ten"/>
    <xsl:param name="gia-tri"/>
    <xsl:if test="string($gia-tri) != ''">
      <tr><th><xsl:value-of select="$ten"/></th><td><xsl:value-of select="$gia-tri"/></td></tr>
    </xsl:if>
  </xsl:template>

  <xsl:template name="co-khong">
    <xsl:param name="ten"/>
    <xsl:param name="co"/>
    <xsl:if test="string($co) != ''">
      <xsl:call-template name="dong">
        <xsl:with-param name="ten" select="$ten"/>
        <xsl:with-param name="gia-tri"><xsl:choose><xsl:when test="$co = '1'">Có</xsl:when><xsl:otherwise>Không</xsl:otherwise></xsl:choose></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
