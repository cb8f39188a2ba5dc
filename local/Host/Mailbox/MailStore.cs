using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>The mails of the local mailbox: one file each, oldest first by name; found by id and by whom they are to without a look at the others.</summary>
internal sealed class MailStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };
    private readonly Lock gate = new();
    private readonly string folder;
    private readonly Dictionary<string, StoredMail> byId = [];
    private readonly Dictionary<string, Addressee> addressees = new(
        StringComparer.OrdinalIgnoreCase
    );
    private ImmutableList<StoredMail> mails = [];
    private int number;

    public MailStore(string folder)
    {
        this.folder = folder;
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray();
        foreach (var file in files)
        {
            Index(Read(file));
        }
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

    /// <summary>Everybody who got a mail, in no order.</summary>
    public IReadOnlyList<Addressee> Addressees()
    {
        lock (gate)
        {
            return [.. addressees.Values];
        }
    }

    /// <summary>Whoever has this address, or nothing if no mail went there.</summary>
    public Addressee? AddresseeAt(string address)
    {
        lock (gate)
        {
            return addressees.GetValueOrDefault(address);
        }
    }

    /// <summary>One mail, or nothing.</summary>
    public StoredMail? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }

    /// <summary>Keeps a mail; one with the same id, sent again, is kept once.</summary>
    public void Add(StoredMail mail)
    {
        lock (gate)
        {
            if (byId.ContainsKey(mail.Id))
            {
                return;
            }

            number++;
            AtomicFile.Write(
                Path.Combine(folder, $"{number:D8}.json"),
                JsonSerializer.SerializeToUtf8Bytes(mail, Json),
                isPrivate: true
            );
            Index(mail);
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
            byId.Clear();
            addressees.Clear();
        }
    }

    private void Index(StoredMail mail)
    {
        mails = mails.Add(mail);
        byId[mail.Id] = mail;
        addressees[mail.To.Address] = addressees
            .GetValueOrDefault(mail.To.Address, Addressee.Nobody)
            .With(mail);
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
