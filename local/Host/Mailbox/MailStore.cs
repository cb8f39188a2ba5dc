using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>The mails of the local mailbox: one file each, oldest first by name.</summary>
internal sealed class MailStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };
    private readonly Lock gate = new();
    private readonly string folder;
    private ImmutableList<StoredMail> mails;
    private int number;

    public MailStore(string folder)
    {
        this.folder = folder;
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray();
        mails = [.. files.Select(Read)];
        number =
            files.Length == 0
                ? 0
                : int.Parse(
                    Path.GetFileNameWithoutExtension(files[^1]),
                    CultureInfo.InvariantCulture
                );
    }

    /// <summary>Hears of each mail that has come, outside of all locks.</summary>
    public Action Arrived { get; set; } = () => { };

    /// <summary>How many mails have ever come; grows with each.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return number;
            }
        }
    }

    /// <summary>All mails, oldest first.</summary>
    public IReadOnlyList<StoredMail> List()
    {
        lock (gate)
        {
            return mails;
        }
    }

    /// <summary>One mail, or nothing.</summary>
    public StoredMail? Find(string id) => List().FirstOrDefault(mail => mail.Id == id);

    /// <summary>Keeps a mail; one with the same id, sent again, is kept once.</summary>
    public void Add(StoredMail mail)
    {
        lock (gate)
        {
            if (mails.Exists(kept => kept.Id == mail.Id))
            {
                return;
            }

            number++;
            AtomicFile.Write(
                Path.Combine(folder, $"{number:D8}.json"),
                JsonSerializer.SerializeToUtf8Bytes(mail, Json),
                isPrivate: true
            );
            mails = mails.Add(mail);
        }

        Arrived();
    }

    /// <summary>Throws all mails away.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var file in Directory.GetFiles(folder, "*.json"))
            {
                File.Delete(file);
            }

            mails = [];
        }
    }

    private static StoredMail Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredMail>(File.ReadAllText(path), Json)!;
        }
        catch (JsonException broken)
        {
            throw new StartException(
                $"{path} is not a mail ({broken.Message}). Delete it and start again."
            );
        }
    }
}
