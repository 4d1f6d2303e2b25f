using System.Buffers;
using System.Text;
using System.Text.Json;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>A JSON object on each line, read by the same rules as POST /api/calls.</summary>
internal sealed class JsonlReader(Stream stream, ImportPlan plan) : IImportReader
{
    /// <summary>As long as the API takes a call; a longer line is read past and rejected.</summary>
    private const int MostLineBytes = 1_000_000;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r"u8);

    private byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _to;
    private bool _ended;
    private (int From, int Length) _current;
    private bool _tooLong;
    private long _line;
    private long _nextLine = 1;

    public long BytesRead { get; private set; }

    public bool Next()
    {
        while (true)
        {
            if (!NextLine())
            {
                return false;
            }

            if (_line == 1 && _buffer.AsSpan(_current.From, _current.Length).StartsWith(Encoding.UTF8.Preamble))
            {
                _current = (_current.From + 3, _current.Length - 3);
            }

            if (_tooLong || _buffer.AsSpan(_current.From, _current.Length).ContainsAnyExcept(Blank))
            {
                return true;
            }
        }
    }

    public ImportRecord Read()
    {
        var errors = new FieldErrors();
        JsonElement body = default;
        try
        {
            errors.AddWhen(_tooLong, JsonFields.Whole, $"This line is longer than {MostLineBytes} bytes.");
            body = _tooLong ? default : JsonElement.Parse(_buffer.AsSpan(_current.From, _current.Length));
        }
        catch (JsonException fault)
        {
            errors.Add(JsonFields.Whole, $"This is not valid JSON: something is wrong at position {fault.BytePositionInLine + 1}.");
        }

        var call = CallBody.Read(new JsonFields(body, errors));
        return new ImportRecord(_line, plan.ProjectId is null || call.ProjectId is not null ? call : call with { ProjectId = plan.ProjectId }, errors);
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Finds the next line in the buffer; what is longer than may be is dropped as it is read.</summary>
    private bool NextLine()
    {
        (_tooLong, _line) = (false, _nextLine);
        var looked = _from;
        while (true)
        {
            var end = _buffer.AsSpan(looked, _to - looked).IndexOf((byte)'\n');
            if (end >= 0 || (_ended && (_from < _to || _tooLong)))
            {
                var length = end >= 0 ? looked + end - _from : _to - _from;
                _current = (_from, length);
                BytesRead += length + 1;
                _from = Math.Min(_to, _from + length + 1);
                _nextLine++;
                return true;
            }

            if (_ended)
            {
                return false;
            }

            if (_to - _from > MostLineBytes)
            {
                BytesRead += _to - _from;
                (_tooLong, _from) = (true, _to);
            }

            Fill();
            looked = _from;
        }
    }

    private void Fill()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _to, _buffer.Length - _to);
        (_to, _ended) = (_to + read, read == 0);
    }
}
