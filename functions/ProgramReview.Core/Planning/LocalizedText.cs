namespace ProgramReview.Core.Planning;

/// <summary>A text of the plan in the product's three languages.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
/// <param name="Hi">Hindi.</param>
public sealed record LocalizedText(string Vi, string En, string Hi)
{
    /// <summary>The text as a reader of this language gets it; plans hold all three, so there is no fallback.</summary>
    public string In(Language language) =>
        language switch
        {
            Language.Vi => Vi,
            Language.En => En,
            Language.Hi => Hi,
            _ => throw new ArgumentOutOfRangeException(
                nameof(language),
                language,
                "Unknown language."
            ),
        };
}
