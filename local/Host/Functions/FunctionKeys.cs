using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Local.Host.Functions;

/// <summary>The keys that open functions which are not anonymous; made once and kept in a file of their owner.</summary>
/// <param name="Master">Opens everything.</param>
/// <param name="Default">Opens functions of level Function.</param>
internal sealed record FunctionKeys(string Master, string Default)
{
    private const string HeaderName = "x-functions-key";
    private const string QueryName = "code";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>The keys of a file; made and written when there is none.</summary>
    public static FunctionKeys Open(string path)
    {
        if (File.Exists(path))
        {
            try
            {
                return
                    JsonSerializer.Deserialize<FunctionKeys>(File.ReadAllText(path), Json)
                        is { Master.Length: > 0, Default.Length: > 0 } kept
                    ? kept
                    : throw new JsonException("a key is missing");
            }
            catch (JsonException broken)
            {
                throw new StartException(
                    $"{path} is not a file of function keys ({broken.Message}). Delete it to get new keys."
                );
            }
        }

        var keys = new FunctionKeys(
            RandomNumberGenerator.GetHexString(48, lowercase: true),
            RandomNumberGenerator.GetHexString(48, lowercase: true)
        );
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(keys, Json), isPrivate: true);
        return keys;
    }

    /// <summary>Whether a request may call a function of a level; a key in the header counts before one in the address.</summary>
    public bool Admit(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var given = request.Headers.TryGetValue(HeaderName, out var header)
            ? header.ToString()
            : request.Query[QueryName].ToString();
        return Same(given, Master)
            || (level == AuthorizationLevel.Function && Same(given, Default));
    }

    private static bool Same(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given),
            Encoding.UTF8.GetBytes(key)
        );
}
