using DocumentFormat.OpenXml.Spreadsheet;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>What the looks of <see cref="AnnexStyle"/> are made of.</summary>
internal static class AnnexStyles
{
    private const uint AsText = 49;
    private const uint FirstFormat = 164;

    private const uint Regular = 0;
    private const uint Bold = 1;
    private const uint Large = 2;
    private const uint Grey = 3;

    private const uint NoFill = 0;
    private const uint HeadFill = 2;
    private const uint KnownFill = 3;
    private const uint EstimateFill = 4;

    private const uint NoLine = 0;
    private const uint Line = 1;

    private static readonly IEnumerable<uint> Decimals = Enumerable
        .Range(0, Indicator.MostDecimals + 1)
        .Select(decimals => (uint)decimals);

    /// <summary>The workbook's styles.</summary>
    public static Stylesheet Sheet() =>
        new(
            new NumberingFormats(
                Decimals.Select(decimals => new NumberingFormat
                {
                    NumberFormatId = FirstFormat + decimals,
                    FormatCode =
                        decimals == 0 ? "#,##0" : $"#,##0.{new string('0', (int)decimals)}",
                })
            ),
            new Fonts(
                Font(11),
                Font(11, isBold: true),
                Font(14, isBold: true),
                Font(11, "FF595959")
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Fill("FFDCE6F1"),
                Fill("FFF2F2F2"),
                Fill("FFFFF8E1")
            ),
            new Borders(new Border(), Lines()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Formats())
        );

    // In the order of AnnexStyle.
    private static IEnumerable<CellFormat> Formats() =>
        [
            new CellFormat(),
            Format(Large, NoFill, NoLine),
            Format(Regular, NoFill, NoLine),
            Wrapped(Format(Bold, HeadFill, Line), HorizontalAlignmentValues.Center),
            Wrapped(Format(Regular, NoFill, Line), HorizontalAlignmentValues.Left),
            Wrapped(Format(Regular, NoFill, Line), HorizontalAlignmentValues.Center),
            Wrapped(Format(Grey, KnownFill, Line), HorizontalAlignmentValues.Left),
            Open(Wrapped(Format(Regular, NoFill, Line, AsText), HorizontalAlignmentValues.Center)),
            Open(Wrapped(Format(Regular, NoFill, Line, AsText), HorizontalAlignmentValues.Left)),
            .. Numbers(Regular, NoFill),
            .. Numbers(Grey, KnownFill),
            .. Numbers(Regular, NoFill).Select(Open),
            .. Numbers(Regular, EstimateFill).Select(Open),
        ];

    private static IEnumerable<CellFormat> Numbers(uint font, uint fill) =>
        Decimals.Select(decimals =>
            Wrapped(
                Format(font, fill, Line, FirstFormat + decimals),
                HorizontalAlignmentValues.Right
            )
        );

    // Texts are quoted: edited by hand, one that begins with = stays a text.
    private static CellFormat Format(uint font, uint fill, uint border, uint number = 0) =>
        new()
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = number,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            QuotePrefix = number == 0 ? true : null,
        };

    private static CellFormat Wrapped(CellFormat format, HorizontalAlignmentValues horizontal)
    {
        format.ApplyAlignment = true;
        format.Alignment = new Alignment
        {
            Horizontal = horizontal,
            Vertical = VerticalAlignmentValues.Center,
            // Off the line, and off a number that ends at it.
            Indent = horizontal == HorizontalAlignmentValues.Center ? null : 1u,
            WrapText = true,
        };
        return format;
    }

    private static CellFormat Open(CellFormat format)
    {
        format.ApplyProtection = true;
        format.Protection = new Protection { Locked = false };
        return format;
    }

    private static Font Font(double points, string? colour = null, bool isBold = false)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }
        font.Append(new FontSize { Val = points });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }
        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Fill(string colour) =>
        new(
            new PatternFill(
                new ForegroundColor { Rgb = colour },
                new BackgroundColor { Indexed = 64 }
            )
            {
                PatternType = PatternValues.Solid,
            }
        );

    private static Border Lines() =>
        new(
            new LeftBorder(Thin()) { Style = BorderStyleValues.Thin },
            new RightBorder(Thin()) { Style = BorderStyleValues.Thin },
            new TopBorder(Thin()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Thin()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );

    private static Color Thin() => new() { Rgb = "FF7F7F7F" };
}
