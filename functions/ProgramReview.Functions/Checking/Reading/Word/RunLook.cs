namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>How letters are set, as far as somebody said so: null leaves it to what stands above.</summary>
/// <param name="IsBold">Whether they are bold.</param>
/// <param name="IsCapitals">Whether they are shown as capitals.</param>
/// <param name="IsHidden">Whether they are not shown.</param>
/// <param name="Font">Their font.</param>
/// <param name="Style">The style of letters they follow.</param>
/// <param name="IsDeleted">Whether what is said of is marked as deleted or moved away.</param>
internal readonly record struct RunLook(
    bool? IsBold,
    bool? IsCapitals,
    bool? IsHidden,
    string? Font,
    string? Style,
    bool IsDeleted
)
{
    /// <summary>What this leaves open, as another says.</summary>
    public RunLook Over(RunLook below) =>
        new(
            IsBold ?? below.IsBold,
            IsCapitals ?? below.IsCapitals,
            IsHidden ?? below.IsHidden,
            Font ?? below.Font,
            Style,
            IsDeleted
        );

    /// <summary>Two styles at once: what both switch on is off again (ECMA-376 part 1, 17.7.3).</summary>
    public RunLook Beside(RunLook other) =>
        new(
            Both(IsBold, other.IsBold),
            Both(IsCapitals, other.IsCapitals),
            Both(IsHidden, other.IsHidden),
            Font ?? other.Font,
            Style,
            IsDeleted
        );

    /// <summary>Reads the element it stands on.</summary>
    public static RunLook Read(BoundedXml xml)
    {
        var look = default(RunLook);
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                case "b":
                    look = look with { IsBold = xml.IsOn };
                    break;
                case "caps":
                    look = look with { IsCapitals = xml.IsOn };
                    break;
                case "vanish":
                    look = look with { IsHidden = xml.IsOn };
                    break;
                case "rFonts":
                    look = look with { Font = xml["hAnsi"] ?? xml["ascii"] };
                    break;
                case "rStyle":
                    look = look with { Style = xml["val"] };
                    break;
                case "del" or "moveFrom":
                    look = look with { IsDeleted = true };
                    xml.Skip();
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
            }
        }
        return look;
    }

    private static bool? Both(bool? one, bool? other) =>
        one is null || other is null ? one ?? other : one.Value ^ other.Value;
}
