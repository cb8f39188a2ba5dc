using System.CommandLine;
using System.Globalization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Dossiers;

namespace ProgramReview.Local.Host.Commands;

/// <summary>How a dossier is wanted as files: the options that say it, the folder, and what is told of what lies there.</summary>
internal sealed class DossierWish
{
    private readonly Option<Language?> language = new("--language")
    {
        Description =
            "The dossier's language: vi, en or hi; that of the plan's operations unless given",
    };

    private readonly Option<Readers> audience = new("--for")
    {
        Description =
            "Whom the dossier is for: participants read all of it, everybody what the plan opens",
        DefaultValueFactory = _ => Readers.Participants,
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(language);
        command.Add(audience);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="StartException">The folder holds something.</exception>
    public DossierOrder Of(ParseResult parsed, DirectoryInfo folder)
    {
        try
        {
            if (
                File.Exists(folder.FullName)
                || folder.Exists && folder.EnumerateFileSystemInfos().Any()
            )
            {
                throw new StartException(
                    $"{folder} is not an empty folder; name one that is empty, or not there yet."
                );
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{folder} cannot be read: {refused.Message}");
        }
        return new DossierOrder(folder, parsed.GetValue(language), parsed.GetValue(audience));
    }

    /// <summary>Writes the newest dossier of a world's cycle; null if there is none.</summary>
    /// <exception cref="StartException">The folder cannot be written.</exception>
    public static async Task<WrittenDossier?> WriteAsync(
        World world,
        CycleId cycle,
        DossierOrder order,
        CancellationToken cancellation
    )
    {
        try
        {
            return await DossierFolder.WriteAsync(world, cycle, order, cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{order.Folder} cannot be written: {refused.Message}");
        }
    }

    /// <summary>Says what lies in the folder.</summary>
    /// <exception cref="StartException">There was no dossier.</exception>
    public static void Tell(DossierOrder order, WrittenDossier? written)
    {
        if (written is not { Dossier: var dossier })
        {
            throw new StartException(
                $"No dossier was compiled yet; {order.Folder} was not written."
            );
        }
        var state = dossier.Edition is { } edition
            ? Say($"published as edition {edition}")
            : "not published";
        Console.WriteLine(Say($"The dossier of round {dossier.Round}, {state}: {dossier.Hash}"));
        Console.WriteLine(
            $"In {LanguageTags.TagOf(written.Language)}, {(order.Audience == Readers.Everybody ? "as everybody may read it" : "for those who took part: it holds what the plan keeps from everybody")}. In {order.Folder.FullName}:"
        );
        Console.WriteLine(
            $"  {DossierFolder.Pages}/index.html: the pages, to be opened in a browser"
        );
        foreach (var (name, file) in written.Files)
        {
            Console.WriteLine(
                $"  {name}: {Numbers.Size(Language.En, file.Size)}, SHA-256 {file.Sha256}"
            );
        }
        foreach (var format in written.Unspoken)
        {
            Console.WriteLine($"  no {format}: there is none in this language, only the others");
        }
    }

    private static string Say(FormattableString words) =>
        words.ToString(CultureInfo.InvariantCulture);
}
