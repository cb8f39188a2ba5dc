namespace ProgramReview.Core.Checking.Text;

/// <summary>How Vietnamese was written before Unicode; both are still met.</summary>
internal enum LegacyEncoding
{
    /// <summary>One byte a letter, fonts <c>.Vn...</c>; also called ABC.</summary>
    Tcvn3,

    /// <summary>A letter and its mark, fonts <c>VNI-...</c>.</summary>
    Vni,
}
