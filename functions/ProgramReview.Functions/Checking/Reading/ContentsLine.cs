namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Tells a line of a contents list by its dotted leader and the page it names: it names every section and makes empty ones look present.</summary>
internal static class ContentsLine
{
    private const int MostDigits = 4;
    private const int FewestDots = 5;

    /// <summary>Whether a line is one.</summary>
    public static bool Is(string text)
    {
        var lead = text.AsSpan().TrimEnd("0123456789");
        if (text.Length - lead.Length is < 1 or > MostDigits)
        {
            return false;
        }
        var leader = lead[lead.TrimEnd(" .·_…").Length..];
        // One sign that stands for three dots counts as three.
        return leader.Count('.') + leader.Count('·') + leader.Count('_') + 3 * leader.Count('…')
            >= FewestDots;
    }
}
