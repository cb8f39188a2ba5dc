using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Goes through what a PDF does by itself: actions, forms, attachments and notes, from the catalogue and from each page.</summary>
internal sealed class PdfObjects
{
    private const int Most = 500_000;

    // What leads back to pages, or into what is drawn.
    private static readonly HashSet<string> PassedOver =
    [
        "Pages",
        "Parent",
        "P",
        "Pg",
        "Page",
        "Resources",
        "Contents",
        "StructTreeRoot",
        "ParentTree",
        "Metadata",
        "OutputIntents",
        "AP",
        "DR",
        "D",
        "Dest",
        "Dests",
        "PageLabels",
        "Thumb",
    ];

    private readonly PdfDocument pdf;
    private readonly ReadingBudget budget;
    private readonly HashSet<IndirectReference> seen = [];
    private readonly Stack<IToken> open = new();
    private readonly List<ActiveContent> active = [];

    /// <summary>Begins at the catalogue.</summary>
    public PdfObjects(PdfDocument pdf, ReadingBudget budget)
    {
        (this.pdf, this.budget) = (pdf, budget);
        Follow(pdf.Structure.Catalog.CatalogDictionary);
    }

    /// <summary>Whether there is a signature.</summary>
    public bool IsSigned { get; private set; }

    /// <summary>What acts by itself.</summary>
    public IEnumerable<ActiveContent> Active => active;

    /// <summary>Goes through what hangs on a page.</summary>
    public void LookAt(PdfPageText page)
    {
        foreach (var name in new[] { "Annots", "AA", "AF" })
        {
            if (page.Dictionary.Data.TryGetValue(name, out var token))
            {
                Follow(token);
            }
        }
    }

    private void Follow(IToken from)
    {
        open.Push(from);
        while (open.TryPop(out var token))
        {
            budget.Step();
            switch (token)
            {
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    if (seen.Count > Most)
                    {
                        throw new ReadingStoppedException(ReadingFault.TooLarge);
                    }
                    open.Push(pdf.Structure.GetObject(reference.Data)?.Data ?? NullToken.Instance);
                    break;
                case ArrayToken array:
                    foreach (var one in array.Data)
                    {
                        open.Push(one);
                    }
                    break;
                case StreamToken stream:
                    open.Push(stream.StreamDictionary);
                    break;
                case DictionaryToken dictionary:
                    Look(dictionary);
                    foreach (var (name, value) in dictionary.Data)
                    {
                        if (!PassedOver.Contains(name))
                        {
                            open.Push(value);
                        }
                    }
                    break;
            }
        }
    }

    private void Look(DictionaryToken dictionary)
    {
        switch (Name(dictionary, "S"))
        {
            case "JavaScript":
                Add(ActiveContentKind.JavaScript, "JavaScript");
                break;
            case "Launch":
                Add(ActiveContentKind.Launch, Text(dictionary, "F") ?? "Launch");
                break;
        }
        if (dictionary.Data.ContainsKey("EF"))
        {
            Add(
                ActiveContentKind.Attachment,
                Text(dictionary, "UF") ?? Text(dictionary, "F") ?? "EF"
            );
        }
        IsSigned |=
            Name(dictionary, "Type") == "Sig"
            || dictionary.Data.ContainsKey("ByteRange")
            || Name(dictionary, "FT") == "Sig" && dictionary.Data.ContainsKey("V");
    }

    private void Add(ActiveContentKind kind, string place)
    {
        if (active.Count < 1_000)
        {
            active.Add(Reading.Active.Of(kind, LineText.Of(place)));
        }
    }

    private static string? Name(DictionaryToken dictionary, string key) =>
        (dictionary.Data.GetValueOrDefault(key) as NameToken)?.Data;

    private static string? Text(DictionaryToken dictionary, string key) =>
        dictionary.Data.GetValueOrDefault(key) switch
        {
            StringToken text => text.Data,
            HexToken text => text.Data,
            _ => null,
        };
}
